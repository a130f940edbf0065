import { devicesTexts } from '@/components/devices/texts'
import { buttonClass } from '@/components/ui/button-class'

/** The way to the page on which a code of another device is entered. */
export function ConnectDevice() {
  // A full page load: that page has no navigation, and starts with whatever code this tab keeps.
  return (
    <a href="/device" className={`${buttonClass()} max-cards:w-full`}>
      {devicesTexts.connect}
    </a>
  )
}
