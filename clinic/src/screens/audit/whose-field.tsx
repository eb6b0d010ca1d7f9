import type { NamedPerson } from '@facialis/wire'
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { dateWords } from '../../words/dates.ts'
import { words } from './words.ts'

type WhoseFieldProps = Readonly<{ chosen: NamedPerson | null; onChoose: (person: NamedPerson | null) => void }>

/** Whose record the trail is read for: found by name, chosen by name and birth date. */
export function WhoseField({ chosen, onChoose }: WhoseFieldProps) {
  const [name, setName] = useState('')
  const finding = useSend('POST', '/api/audit/people')
  if (chosen !== null)
    return (
      <Group gap="sm">
        <Text fw={600}>{words.only(chosen.name)}</Text>
        <Button variant="default" size="xs" onClick={() => onChoose(null)}>
          {words.everybody}
        </Button>
      </Group>
    )
  const find = async () => {
    const found = await finding.send({ name: name.trim() })
    const [only, ...more] = found.ok ? found.value : []
    if (only !== undefined && more.length === 0) onChoose(only)
  }
  const several = finding.answer ?? []
  return (
    <Stack gap="xs">
      <Form onSend={() => void find()} problem={finding.problem}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={words.whose}
            description={words.whoseHint}
            inputWrapperOrder={['label', 'description', 'input', 'error']}
            value={name}
            error={finding.problemAt('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={name.trim() === ''} loading={finding.sending}>
            {words.find}
          </Button>
        </Group>
      </Form>
      {finding.problem !== null && finding.problem.where !== 'name' && <ErrorPanel problem={finding.problem} />}
      {finding.answer?.length === 0 && <Text role="status">{words.nobodyFound(name.trim())}</Text>}
      {several.length > 0 && (
        <Group gap="xs">
          {several.map((person) => (
            <Button key={person.id} variant="default" size="xs" onClick={() => onChoose(person)}>
              {person.name}
              {person.birthDate !== null && `, ${words.born(dateWords(person.birthDate))}`}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  )
}
