import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { newKey } from '../../api/client.ts'
import { useMe } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { readLike } from '../../frame/read-like.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useDraft } from '../../patient/use-draft.ts'
import { intoView } from '../../pieces/into-view.ts'
import { Notice } from '../../pieces/notice.tsx'
import { dateWords } from '../../words/dates.ts'
import { ReferForm } from '../refer/refer-form.tsx'
import { type KeptForm, keptForm, type ReferralForm, referralOf } from '../refer/referral-form.ts'
import { AlikeList } from '../requests/alike-list.tsx'
import { useWhoElse } from '../requests/use-who-else.ts'
import { words } from './words.ts'

/** A fax, a letter or a voice mail, entered by the clinic. Whoever may be known here is compared before it is entered. */
export function Screen() {
  const today = useMe().data?.today ?? ''
  const [empty] = useState(() => ({ ...keptForm(newKey()), received: today === '' ? '' : dateWords(today) }))
  const draft = useDraft<KeptForm>('referral.paper', empty, readLike(empty))
  // Files are too large for a draft: after a reload they are chosen again.
  const [attachments, setAttachments] = useState<ReferralForm['attachments']>([])
  const { key, ...typed } = draft.content
  const form: ReferralForm = { ...typed, attachments }
  const referral = useSend('POST', '/api/patients', {
    kept: { key, renew: (fresh) => draft.change((now) => ({ ...now, key: fresh })) },
  })
  // As it will be entered: a birth date is typed as people write it, and travels as the record keeps it.
  const { name, birthDate, phone = null } = referralOf(form).patient
  const whoElse = useWhoElse({ name, birthDate, phone })

  const isUnanswered = referral.problem?.code === 'offline'
  const compareThenEnter = async () => {
    // After a lost answer the one who is alike may be this very person: the key of the form knows.
    if (isUnanswered || (await whoElse.ask())) await enter()
  }
  const enter = async (joins?: string) => {
    const outcome = await referral.send({ ...referralOf(form), ...(joins === undefined ? {} : { joins }) })
    if (outcome.ok) await draft.discard()
  }
  const change = (next: (now: ReferralForm) => ReferralForm) => {
    const { attachments: files, ...changed } = next(form)
    setAttachments(files)
    draft.change((now) => ({ ...changed, key: now.key }))
  }
  const alike = whoElse.found
  return (
    <ReferForm
      staff
      form={form}
      change={change}
      referral={referral}
      onSend={() => void compareThenEnter()}
      before={
        <>
          {whoElse.problem !== null && <ErrorPanel problem={whoElse.problem} />}
          {alike.length > 0 && (
            <div ref={intoView}>
              <Notice tone="caution" role="alert" title={words.known}>
                <Text>{words.knownText}</Text>
                <AlikeList
                  people={alike}
                  action={(like) => (
                    <Button
                      size="xs"
                      loading={referral.sending}
                      aria-label={words.joinOf(like.name)}
                      onClick={() => void enter(like.id)}
                    >
                      {words.join}
                    </Button>
                  )}
                />
                <Group mt="sm">
                  <Button variant="default" loading={referral.sending} onClick={() => void enter()}>
                    {words.another}
                  </Button>
                </Group>
              </Notice>
            </div>
          )}
          <DraftLine state={draft.state} />
        </>
      }
    />
  )
}
