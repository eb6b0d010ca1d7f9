import { useEffect, useState } from 'react'
import { newKey } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { readLike } from '../../frame/read-like.ts'
import { useKeptInTab } from '../../frame/use-kept-in-tab.ts'
import { KeptLine } from '../../pieces/kept-line.tsx'
import { needsACall } from '../../triage/questions.ts'
import { AcceptedPage } from './accepted.tsx'
import { ReferForm } from './refer-form.tsx'
import { keptForm, type ReferralForm, referralOf } from './referral-form.ts'

const empty = () => keptForm(newKey())
const reads = {
  typed: readLike(empty()),
  answer: readLike({ reference: '', statusLink: '', call: false }),
}

/** The public door for referrers. */
export function Screen() {
  const typed = useKeptInTab(empty, reads)
  const [attachments, setAttachments] = useState<ReferralForm['attachments']>([])
  const { key, ...texts } = typed.content
  const form: ReferralForm = { ...texts, attachments }
  const referral = useSend('POST', '/api/front-door/referrals', {
    kept: { key, renew: (fresh) => typed.change((now) => ({ ...now, key: fresh })) },
  })
  useLeaveWarning(attachments.length > 0 && typed.answer === null)
  const send = async () => {
    const outcome = await referral.send(referralOf(form))
    if (!outcome.ok) return
    const { reference, statusLink } = outcome.value
    typed.sent({ reference, statusLink, call: needsACall(form.facts) })
  }
  const kept = (
    <KeptLine
      typed={typed}
      files
      onClear={() => {
        setAttachments([])
        typed.clear()
      }}
    />
  )
  if (typed.answer !== null)
    return <AcceptedPage answer={typed.answer} staff={false} call={typed.answer.call} after={kept} />
  return (
    <ReferForm
      staff={false}
      form={form}
      change={(next) => {
        const { attachments: files, ...changed } = next(form)
        setAttachments(files)
        typed.change((now) => ({ ...changed, key: now.key }))
      }}
      // What is answered is kept above, so that it is still there when the page is loaded anew.
      referral={{ ...referral, answer: null }}
      onSend={() => void send()}
      before={kept}
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
