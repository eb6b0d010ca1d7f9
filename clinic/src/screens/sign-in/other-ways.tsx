import type { Problem, SignInOffers } from '@facialis/wire'
import { Button, Divider, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { FingerprintPatternIcon } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { passkeyUsed } from '../../api/passkeys.ts'
import { keys } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { endedElsewhere } from '../../words/sign-in.ts'
import { words } from './words.ts'

type OtherWaysProps = Readonly<{
  offers: SignInOffers
  back: string
  /** How the sign-in elsewhere ended from which somebody comes back here. */
  outcome: string | null
}>

/** Ways in beside name and password: a sign-in that others run, and a passkey. */
export function OtherWays({ offers, back, outcome }: OtherWaysProps) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const elsewhere = useSend('POST', '/api/sign-in/openid')
  const asking = useSend('POST', '/api/sign-in/passkey/options')
  const entering = useSend('POST', '/api/sign-in/passkey')
  const [unused, setUnused] = useState<Problem | null>(null)

  const goElsewhere = async () => {
    const begun = await elsewhere.send({ back })
    if (begun.ok) window.location.assign(begun.value.url)
  }
  const byPasskey = async () => {
    setUnused(null)
    const asked = await asking.send(undefined)
    if (!asked.ok) return
    const used = await passkeyUsed(asked.value)
    if (used === null) {
      setUnused({ code: 'passkey', sentence: words.passkeyFailed })
      return
    }
    const entered = await entering.send(used)
    if (!entered.ok) return
    await queries.invalidateQueries({ queryKey: keys.me })
    await navigate(back, { replace: true })
  }

  const problem = elsewhere.problem ?? asking.problem ?? entering.problem ?? unused ?? endedElsewhere(outcome)
  if (offers.openId === null && !offers.passkeys) return null
  return (
    <Stack maw="26rem">
      <Divider label={words.or} />
      {problem !== null && <ErrorPanel problem={problem} />}
      {offers.openId !== null && (
        <Button variant="default" size="md" loading={elsewhere.sending} onClick={() => void goElsewhere()}>
          {words.openId(offers.openId)}
        </Button>
      )}
      {offers.passkeys && (
        <Button
          variant="default"
          size="md"
          leftSection={<FingerprintPatternIcon size={18} aria-hidden />}
          loading={asking.sending || entering.sending}
          onClick={() => void byPasskey()}
        >
          {words.passkey}
        </Button>
      )}
    </Stack>
  )
}
