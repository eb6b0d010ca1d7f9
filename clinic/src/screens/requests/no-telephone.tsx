import type { SentRequest } from '@facialis/wire'
import { Anchor, Button, CopyButton, Group, Text } from '@mantine/core'
import { useMe } from '../../api/queries.ts'
import { mailTo } from '../../pieces/mail-to.ts'
import { Notice } from '../../pieces/notice.tsx'
import { dateWords } from '../../words/dates.ts'
import { personOf } from './sent.ts'
import { words } from './words.ts'

/** Nobody can be rung: the answer goes through whoever referred, by telephone or by a letter that is ready. */
export function NoTelephone({ request }: Readonly<{ request: SentRequest }>) {
  const clinic = useMe().data
  if (request.kind !== 'referral' || personOf(request).phone !== null) return null
  const { referrer } = request.sent
  const letter = words.letter({
    to: referrer.name,
    about: personOf(request).name,
    received: dateWords(request.received),
    reference: request.reference,
    clinic: clinic?.clinic ?? '',
    phone: clinic?.phone ?? null,
  })
  const mail = `${mailTo(referrer.email ?? '')}?subject=${encodeURIComponent(words.letterSubject(request.reference))}&body=${encodeURIComponent(letter)}`
  return (
    <Notice tone="caution" role="note" title={words.noTelephone}>
      <Text>
        {referrer.phone ? words.referrerPhone(referrer.name, referrer.phone) : words.referrerNoPhone(referrer.name)}
      </Text>
      <Group gap="xs" mt="xs">
        <CopyButton value={letter}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" onClick={copy}>
              {copied ? words.letterCopied : words.copyLetter}
            </Button>
          )}
        </CopyButton>
        {referrer.email && <Anchor href={mail}>{words.mailLetter}</Anchor>}
      </Group>
    </Notice>
  )
}
