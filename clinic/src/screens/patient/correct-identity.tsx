import type { PatientIdentity } from '@facialis/wire'
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { readLike } from '../../frame/read-like.ts'
import { birthLimit } from '../../pathway.ts'
import { DraftDialog, useDialogDraft } from '../../patient/draft-dialog.tsx'
import { DateField } from '../../pieces/date-field.tsx'
import { readDate } from '../../pieces/fact-value.ts'
import { Notice } from '../../pieces/notice.tsx'
import { words as pieces } from '../../pieces/words.ts'
import { dateWords } from '../../words/dates.ts'
import { AlikeList } from '../requests/alike-list.tsx'
import { useWhoElse } from '../requests/use-who-else.ts'
import { asCorrected, correctedIdentity, type Known } from './corrected-identity.ts'
import { meanwhile } from './meanwhile.ts'
import { SaveOrKeep } from './save-or-keep.tsx'
import { usePersonForm } from './use-person-form.ts'
import { words } from './words.ts'

type CorrectIdentityProps = Readonly<{
  /** As they are on record now. */
  now: PatientIdentity
  version: number
  today: string
  onClose: () => void
}>

/** What is typed, and what stood there when it was begun. */
type Correcting = Readonly<{ was: Known; name: string; born: string }>

const shown: readonly string[] = ['name', 'birthDate']

/** A name or a birth date that is wrong, or was not known. Whoever may be known already is compared before it is saved. */
export function CorrectIdentity({ now, version, today, onClose }: CorrectIdentityProps) {
  const known = { name: now.name, birthDate: now.birthDate ?? '' }
  const empty: Correcting = {
    was: known,
    name: now.name,
    born: now.birthDate === null ? '' : dateWords(now.birthDate),
  }
  const draft = useDialogDraft({ key: `patient.${now.id}.identity`, empty, read: readLike(empty), onClose })
  const { was, name, born } = draft.content
  const limit = useMemo(() => birthLimit(today), [today])
  const read = readDate(born, { limit })
  const isNotKnown = born.trim() === ''
  const identity = correctedIdentity(was, { name, birthDate: isNotKnown ? null : read.value })
  const isReadable = isNotKnown || typeof read.value === 'string'
  const isReady = isReadable && name.trim() !== '' && Object.keys(identity).length > 0
  const correcting = useSend('PUT', '/api/patients/:id/identity', { params: { id: now.id }, ifMatch: version })
  const sent = usePersonForm(now.id, draft.done)
  const whoElse = useWhoElse(asCorrected(now, identity), now.id)
  const save = async () => sent(await correcting.send(identity))
  const compareThenSave = async () => {
    if (await whoElse.ask()) await save()
  }
  const problem = whoElse.problem ?? correcting.problem
  const problemAt = (where: string) => (problem?.where === where ? problem.sentence : undefined)
  const bornHint = identity.birthDate === null ? words.identity.bornNotKnown : words.identity.bornHint
  return (
    <DraftDialog draft={draft} onClose={onClose} title={words.identity.changeOf(now.name)}>
      <Form onSend={() => isReady && void compareThenSave()} problem={problem}>
        <Stack>
          <TextInput
            data-autofocus
            label={words.identity.name}
            description={meanwhile({ was: was.name, now: now.name })}
            autoComplete="off"
            value={name}
            error={problemAt('name')}
            onChange={(event) => {
              const { value } = event.currentTarget
              draft.change((before) => ({ ...before, name: value }))
            }}
          />
          <DateField
            label={words.identity.born}
            description={meanwhile({ was: was.birthDate, now: now.birthDate }, dateWords) ?? bornHint}
            placeholder={pieces.field.birthDateHint}
            autoComplete="off"
            limit={limit}
            text={born}
            problem={problemAt('birthDate')}
            onChange={(text) => draft.change((before) => ({ ...before, born: text }))}
          />
          {problem !== null && !shown.includes(problem.where ?? '') && <ErrorPanel problem={problem} />}
          {whoElse.found.length > 0 && (
            <Notice tone="caution" role="alert" title={words.identity.known}>
              <Text>{words.identity.knownText}</Text>
              <AlikeList people={whoElse.found} />
              <Group mt="sm">
                <Button variant="default" disabled={!isReady} loading={correcting.sending} onClick={() => void save()}>
                  {words.identity.another}
                </Button>
              </Group>
            </Notice>
          )}
          <SaveOrKeep ready={isReady} saving={correcting.sending} onKeep={draft.done} />
        </Stack>
      </Form>
    </DraftDialog>
  )
}
