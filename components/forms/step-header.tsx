'use client'

import { useEffect, useRef } from 'react'

/** The heading of a step that replaces another one. It takes the focus, so that screen readers say what comes now. */
export function StepHeader({ title, lead }: { title: string; lead?: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="mb-5">
      <h1
        ref={heading}
        tabIndex={-1}
        className="mb-1 text-heading font-semibold tracking-tight focus-visible:shadow-none"
      >
        {title}
      </h1>
      {lead !== undefined && <p className="text-pretty text-muted">{lead}</p>}
    </div>
  )
}
