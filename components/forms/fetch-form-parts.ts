import { foresee } from '@/components/ui/dialog/use-when-fetched'

/** Fetches what every form needs before it can be sent. A page that is only read needs none of it. */
export async function fetchFormParts() {
  const [{ zodResolver }, { callApi }] = await Promise.all([
    import('@hookform/resolvers/zod'),
    import('@/lib/edge/client/client'),
  ])
  return { zodResolver, callApi }
}

/** The same ahead of time, when somebody is about to use a form. What fails here is told when the form is sent. */
export function foreseeForm(): void {
  foresee(fetchFormParts)
}
