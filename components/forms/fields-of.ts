/** Returns the names of the fields that a form shows, in their order on the page. */
export function fieldsOf(form: HTMLFormElement | null): string[] {
  return [...(form?.elements ?? [])].flatMap((element) => {
    const name = element.getAttribute('name') ?? ''
    return name === '' ? [] : [name]
  })
}
