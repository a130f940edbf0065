/** An HTTP method, as wide as every other. */
export function MethodWord({ method }: { method: string }) {
  return (
    <span
      className={`inline-block w-14 shrink-0 font-mono text-label font-medium ${method === 'DELETE' ? 'text-danger' : 'text-accent'}`}
    >
      {method}
    </span>
  )
}
