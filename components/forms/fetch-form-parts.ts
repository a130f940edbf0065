import { foresee } from '@/components/ui/dialog/use-when-fetched'

/** Loads what every form needs before it can be submitted. Pages that are only read never load it. */
export async function fetchFormParts() {
  const [{ zodResolver }, { callApi }] = await Promise.all([
    import('@hookform/resolvers/zod'),
    import('@/lib/edge/client/client'),
  ])
  return { zodResolver, callApi }
}

/** Loads the same in advance, when a form receives the focus. A failure is reported when the form is submitted. */
export function foreseeForm(): void {
  foresee(fetchFormParts)
}
