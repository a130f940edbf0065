/** The heading of a page that is one form. */
export function FormHeader({ title, lead }: { title: string; lead: string | null }) {
  return (
    <div className="mb-5">
      <h1 className="mb-1 text-heading font-semibold tracking-tight">{title}</h1>
      {lead !== null && <p className="text-pretty text-muted">{lead}</p>}
    </div>
  )
}
