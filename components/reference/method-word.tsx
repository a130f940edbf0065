/** The method of a call, as wide for one as for another. */
export function MethodWord({ method }: { method: string }) {
  return (
    <span
      className={`inline-block w-14 shrink-0 font-mono text-label font-medium ${method === 'DELETE' ? 'text-danger' : 'text-accent'}`}
    >
      {method}
    </span>
  )
}
