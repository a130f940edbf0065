/** Tells of a share that grows from 0 to 1, each time that it has passed another tenth. */
export function everyTenth(tell: (progress: string) => void): (share: number) => void {
  let told = 0
  return (share) => {
    const tenths = Math.floor(share * 10)
    if (tenths <= told) return
    told = tenths
    tell(`${tenths * 10} %`)
  }
}
