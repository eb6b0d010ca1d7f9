import { emergencyCauses, fields } from '@facialis/wire'
import { Button, Divider, Radio, Stack, Text, TextInput } from '@mantine/core'
import { FingerprintPatternIcon } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '../../api/queries.ts'
import { words as common } from '../../emergency/words.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { PasswordField } from '../../frame/password-field.tsx'
import { DateField } from '../../pieces/date-field.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { words as pieces } from '../../pieces/words.ts'
import { useSignInWays } from '../sign-in-ways/use-sign-in-ways.ts'
import { useAsk } from './use-ask.ts'
import { words } from './words.ts'

/** What is said at its own field. */
const shown = ['name', 'birthDate', 'cause', 'words', 'current']

/** Whose record, why, and once more that it is you. */
export function AskForm() {
  const offers = useMe().data?.signIn
  const ways = useSignInWays().data
  const asked = useAsk()
  const { typed, type, born, problem } = asked
  const [current, setCurrent] = useState('')
  const hasPassword = ways?.password !== false
  const hasPasskey = offers?.passkeys === true && (ways?.passkeys.length ?? 0) > 0
  const wrong = (where: string, label: string) =>
    // What was refused before says nothing of a field that is empty now.
    asked.lacks(where) ? words.needed(label) : asked.problemAt(where)
  const isCauseWrong = asked.lacks('cause')
  return (
    <Form
      problem={problem}
      onSend={() => void asked.open(hasPassword ? { current } : {})}
      ways={{ passkey: () => void asked.openByPasskey() }}
    >
      <Stack maw="34rem">
        <TextInput
          label={words.name}
          description={words.nameHint}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          autoComplete="off"
          value={typed.name}
          error={wrong('name', words.name)}
          onChange={(event) => type({ name: event.currentTarget.value })}
        />
        <DateField
          label={words.birthDate}
          placeholder={pieces.field.birthDateHint}
          whole
          limit={born}
          autoComplete="off"
          text={typed.birthDate}
          problem={wrong('birthDate', words.birthDate)}
          onChange={(text) => type({ birthDate: text })}
        />
        <div data-wrong={isCauseWrong}>
          <Radio.Group
            label={words.cause}
            value={typed.cause}
            error={isCauseWrong ? words.causeNeeded : undefined}
            onChange={(value) => type({ cause: emergencyCauses.find((one) => one === value) ?? '' })}
          >
            <Stack gap="xs" pt="xs">
              {emergencyCauses.map((one) => (
                <Radio key={one} value={one} label={common.causes[one]} />
              ))}
            </Stack>
          </Radio.Group>
        </div>
        <TextBox
          kept={fields.emergencyWords}
          label={words.words}
          description={words.wordsHint}
          value={typed.words}
          error={wrong('words', words.words)}
          onChange={(text) => type({ words: text })}
        />
        {hasPassword && (
          <PasswordField
            label={words.current}
            autoComplete="current-password"
            value={current}
            error={asked.problemAt('current')}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        {!hasPassword && !hasPasskey && <Text c="dimmed">{words.noPassword}</Text>}
        {problem !== null && !shown.includes(problem.where ?? '') && <ErrorPanel problem={problem} />}
        {hasPassword && (
          <Button type="submit" color="red.9" loading={asked.opening}>
            {words.open}
          </Button>
        )}
        {hasPassword && hasPasskey && <Divider label={words.or} />}
        {hasPasskey && (
          <Button
            color={hasPassword ? undefined : 'red.9'}
            variant={hasPassword ? 'default' : 'filled'}
            leftSection={<FingerprintPatternIcon size={18} aria-hidden />}
            type="submit"
            value="passkey"
            loading={asked.asking}
          >
            {words.openByPasskey}
          </Button>
        )}
        {!hasPassword && !hasPasskey && (
          <Button type="submit" color="red.9" loading={asked.opening}>
            {words.open}
          </Button>
        )}
      </Stack>
    </Form>
  )
}
