import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useSend } from '../../api/use-send.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { birthLimit } from '../../pathway.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { readDate } from '../../pieces/fact-value.ts'
import { Notice } from '../../pieces/notice.tsx'
import { words as pieces } from '../../pieces/words.ts'
import { dateWords } from '../../words/dates.ts'
import { AlikeList } from '../requests/alike-list.tsx'
import { useWhoElse } from '../requests/use-who-else.ts'
import { correctedIdentity } from './corrected-identity.ts'
import { meanwhile, type Opened } from './meanwhile.ts'
import { SaveOrKeep } from './save-or-keep.tsx'
import { usePersonForm } from './use-person-form.ts'
import { words } from './words.ts'

type CorrectIdentityProps = Opened & Readonly<{ version: number; today: string; onClose: () => void }>

const shown: readonly string[] = ['name', 'birthDate']

/** A name or a birth date that is wrong, or was not known. Whoever may be known already is compared before it is saved. */
export function CorrectIdentity({ was, now, version, today, onClose }: CorrectIdentityProps) {
  const [name, setName] = useState(was.name)
  const [born, setBorn] = useState(was.birthDate === null ? '' : dateWords(was.birthDate))
  const limit = useMemo(() => birthLimit(today), [today])
  const read = readDate(born, { limit })
  const identity = correctedIdentity(was, { name, birthDate: read.value })
  const isReadable = typeof read.value === 'string' || (born.trim() === '' && was.birthDate === null)
  const isReady = isReadable && name.trim() !== '' && Object.keys(identity).length > 0
  const correcting = useSend('PUT', '/api/patients/:id/identity', { params: { id: was.id }, ifMatch: version })
  const sent = usePersonForm(was.id, onClose)
  const whoElse = useWhoElse({ name: name.trim(), birthDate: identity.birthDate ?? now.birthDate }, was.id)
  const save = async () => sent(await correcting.send(identity))
  const compareThenSave = async () => {
    if (await whoElse.ask()) await save()
  }
  const problem = whoElse.problem ?? correcting.problem
  const problemAt = (where: string) => (problem?.where === where ? problem.sentence : undefined)
  return (
    <Dialog onClose={onClose} title={words.identity.changeOf(was.name)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) void compareThenSave()
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={words.identity.name}
            description={meanwhile({ was, now }, 'name')}
            autoComplete="off"
            value={name}
            error={problemAt('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <DateField
            label={words.identity.born}
            description={meanwhile({ was, now }, 'birthDate', dateWords) ?? words.identity.bornHint}
            placeholder={pieces.field.birthDateHint}
            autoComplete="off"
            limit={limit}
            text={born}
            problem={problemAt('birthDate')}
            onChange={setBorn}
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
          <SaveOrKeep ready={isReady} saving={correcting.sending} onKeep={onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
