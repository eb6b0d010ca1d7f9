import { useEffect, useState } from 'react'
import { newKey } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { readLike } from '../../frame/read-like.ts'
import { useKeptInTab } from '../../frame/use-kept-in-tab.ts'
import { KeptLine } from '../../pieces/kept-line.tsx'
import { ReferForm } from './refer-form.tsx'
import { keptForm, type ReferralForm, referralOf } from './referral-form.ts'

/** The public door for referrers. */
export function Screen() {
  const [empty] = useState(() => keptForm(newKey()))
  const typed = useKeptInTab(empty, readLike(empty))
  const [attachments, setAttachments] = useState<ReferralForm['attachments']>([])
  const { key, ...texts } = typed.content
  const form: ReferralForm = { ...texts, attachments }
  const referral = useSend('POST', '/api/front-door/referrals', {
    kept: { key, renew: (fresh) => typed.change((now) => ({ ...now, key: fresh })) },
  })
  useLeaveWarning(attachments.length > 0 && referral.answer === null)
  const clear = () => {
    setAttachments([])
    typed.clear()
  }
  return (
    <ReferForm
      staff={false}
      form={form}
      change={(next) => {
        const { attachments: files, ...changed } = next(form)
        setAttachments(files)
        typed.change((now) => ({ ...changed, key: now.key }))
      }}
      referral={referral}
      onSend={() => void referral.send(referralOf(form)).then((outcome) => outcome.ok && typed.forget())}
      before={<KeptLine typed={typed} onClear={clear} />}
    />
  )
}

/** Files are too large to be kept in a tab, so leaving asks first. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [active])
}
