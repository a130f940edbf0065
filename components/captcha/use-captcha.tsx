'use client'

import { useCallback, useRef, useState } from 'react'
import { loadCaptcha, type CaptchaApi } from '@/components/captcha/captcha-script'
import { captchaTexts } from '@/components/captcha/texts'
import { isDark } from '@/components/ui/theme/theme'
import type { CaptchaView } from '@/lib/domain/captcha/schema'

/** The width of the widest provider widget in pixels. Each provider calls its narrow size `compact`. */
const NORMAL_WIDTH = 304

/**
 * A captcha for a form, if the deployment requires one. Render `field` in the form. `answer` returns the current
 * solution, or runs a captcha that asks nothing. It also resets the widget, because each solution works only once.
 */
export function useCaptcha(captcha: CaptchaView, action: 'login' | 'register' | 'reset') {
  const solved = useRef<string | undefined>(undefined)
  const widget = useRef<{ api: CaptchaApi; id: string | number } | null>(null)
  const [isFailed, setIsFailed] = useState(false)
  const isShown = captcha !== null && captcha.provider !== 'recaptcha-v3'

  const place = useCallback(
    (element: HTMLDivElement | null) => {
      if (element === null || captcha === null) return
      const keep = (answer?: string) => (solved.current = answer)
      loadCaptcha(captcha).then(
        (api) => {
          if (!element.isConnected || !isShown) return
          const options = {
            sitekey: captcha.site_key,
            action,
            theme: isDark() ? 'dark' : 'light',
            size: element.clientWidth < NORMAL_WIDTH ? 'compact' : 'normal',
            callback: keep,
            'expired-callback': () => keep(),
          }
          widget.current = { api, id: api.render(element.appendChild(document.createElement('div')), options) }
        },
        () => setIsFailed(true),
      )
    },
    [captcha, action, isShown],
  )

  async function answer(): Promise<{ captcha?: string }> {
    if (captcha === null) return {}
    // A provider that is down must not keep an administrator out, so the server decides.
    if (isFailed) return { captcha: 'unavailable' }
    if (!isShown) return { captcha: await (await loadCaptcha(captcha)).execute(captcha.site_key, { action }) }
    const given = solved.current
    solved.current = undefined
    if (given !== undefined && widget.current) widget.current.api.reset(widget.current.id)
    return given === undefined ? {} : { captcha: given }
  }

  const field = captcha && (
    <div>
      {/* Reserves the widget's height, so that nothing moves under a finger when it loads. */}
      <div ref={place} className={isShown ? 'min-h-20' : ''} />
      {isFailed && (
        <p className="text-note text-muted">
          {captchaTexts.failed} {action === 'login' && captchaTexts.providerDown}
        </p>
      )}
    </div>
  )
  return { field, answer }
}
