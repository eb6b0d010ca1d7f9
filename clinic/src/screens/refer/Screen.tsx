import { useEffect, useState } from 'react'
import { useSend } from '../../api/use-send.ts'
import { ReferForm } from './refer-form.tsx'
import { emptyForm, referralOf } from './referral-form.ts'

/** The public door for referrers. */
export function Screen() {
  const [form, setForm] = useState(emptyForm)
  const referral = useSend('POST', '/api/front-door/referrals')
  useLeaveWarning(form !== emptyForm && referral.answer === null && form.name !== '')
  return (
    <ReferForm
      staff={false}
      form={form}
      change={setForm}
      referral={referral}
      onSend={() => void referral.send(referralOf(form))}
    />
  )
}

/** Without an account there is no draft on the server, so leaving asks first. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [active])
}
