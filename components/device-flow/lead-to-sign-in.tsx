'use client'

import { useEffect } from 'react'
import { takeCodeFromAddress } from '@/components/device-flow/kept-code'
import { deviceFlowTexts } from '@/components/device-flow/texts'
import { FormHeader } from '@/components/forms/form-header'
import { buttonClass } from '@/components/ui/button-class'

/**
 * Leads a visitor who is not signed in to the sign-in page. A redirect by the server could not keep the code: it never
 * sees the fragment.
 */
export function LeadToSignIn({ href }: { href: string }) {
  useEffect(() => {
    takeCodeFromAddress()
    window.location.replace(href)
  }, [href])

  return (
    <>
      <FormHeader title={deviceFlowTexts.title} lead={deviceFlowTexts.signIn.lead} />
      {/* A full page load: the sign-in page may load a captcha, which this page’s content security policy blocks. */}
      <a href={href} className={`${buttonClass('primary')} w-full`}>
        {deviceFlowTexts.signIn.link}
      </a>
    </>
  )
}
