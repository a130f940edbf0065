'use client'

import { QrCode as Icon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { keyTexts } from '@/components/tokens/texts-key'
import { Button } from '@/components/ui/button'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'

const words = keyTexts.qr

const fetchQrCode = () => import('@/components/tokens/key/qr-code')
const QrCode = lazy(async () => ({ default: (await fetchQrCode()).QrCode }))

/** A button that shows a key as a QR code. The code that draws it is loaded when it is asked for. */
export function KeyQr({ text }: { text: string }) {
  const [isShown, setIsShown] = useState(false)
  const whenFetched = useWhenFetched()
  return (
    <div className="grid justify-items-start gap-2">
      <Button
        aria-expanded={isShown}
        onClick={() => (isShown ? setIsShown(false) : void whenFetched(fetchQrCode, () => setIsShown(true)))}
      >
        <Icon size={16} aria-hidden />
        {isShown ? words.hide : words.show}
      </Button>
      {isShown && (
        <Suspense>
          <div className="grid w-full justify-items-center gap-2">
            <QrCode text={text} label={words.label} />
            <p className="text-note text-muted">{words.hint}</p>
          </div>
        </Suspense>
      )}
    </div>
  )
}
