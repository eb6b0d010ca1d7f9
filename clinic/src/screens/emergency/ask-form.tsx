import { type EmergencyCause, emergencyCauses, fields, type Problem } from '@facialis/wire'
import { Button, Divider, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { FingerprintPatternIcon } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { BodyAt } from '../../api/client.ts'
import { passkeyUsed } from '../../api/passkeys.ts'
import { useMe } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { emergencyKeys } from '../../emergency/use-emergency.ts'
import { words as common } from '../../emergency/words.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { PasswordField } from '../../frame/password-field.tsx'
import { readLike } from '../../frame/read-like.ts'
import { useKeptInTab } from '../../frame/use-kept-in-tab.ts'
import { birthLimit } from '../../pathway.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { readDate } from '../../pieces/fact-value.ts'
import { TextBox } from '../../pieces/text-box.tsx'
import { words as pieces } from '../../pieces/words.ts'
import { useSignInWays } from '../sign-in-ways/use-sign-in-ways.ts'
import { words } from './words.ts'

type Asked = BodyAt<'POST', '/api/emergency/open'>
/** What is kept in this tab while it is typed, for whoever typed it alone; the password never is. */
type Typed = Readonly<{ by: string; name: string; birthDate: string; cause: EmergencyCause | ''; words: string }>
const shown = ['name', 'birthDate', 'cause', 'words', 'current']

/** Whose record, why, and once more that it is you. */
export function AskForm() {
  const queries = useQueryClient()
  const me = useMe().data
  const offers = me?.signIn
  const born = useMemo(() => birthLimit(me?.today), [me?.today])
  const ways = useSignInWays().data
  const by = me?.account?.id ?? ''
  const empty = (): Typed => ({ by, name: '', birthDate: '', cause: '', words: '' })
  const kept = useKeptInTab(empty, {
    typed: (stored) => {
      const found = readLike(empty())(stored)
      return found?.by === by ? found : null
    },
  })
  const typed = kept.content
  const [current, setCurrent] = useState('')
  const [tried, setTried] = useState(false)
  const [unused, setUnused] = useState<Problem | null>(null)
  const asking = useSend('POST', '/api/emergency/passkey')
  const opening = useSend('POST', '/api/emergency/open')
  const type = (more: Partial<Typed>) => kept.change((now) => ({ ...now, ...more }))
  const birthDate = readDate(typed.birthDate, { whole: true, limit: born }).value
  const { cause } = typed
  const missing: Readonly<Record<string, boolean>> = {
    name: typed.name.trim() === '',
    birthDate: typeof birthDate !== 'string',
    cause: cause === '',
    words: typed.words.trim() === '',
  }
  const isWhole = !Object.values(missing).includes(true)
  const hasPassword = ways?.password !== false
  const hasPasskey = offers?.passkeys === true && (ways?.passkeys.length ?? 0) > 0

  const open = async (shownAgain: Pick<Asked, 'current' | 'passkey'>) => {
    setTried(true)
    setUnused(null)
    if (!isWhole || typeof birthDate !== 'string' || cause === '') return
    const asked = { name: typed.name.trim(), birthDate, cause, words: typed.words.trim(), ...shownAgain }
    if (!(await opening.send(asked)).ok) return
    kept.sent(null)
    await queries.invalidateQueries({ queryKey: emergencyKeys.open })
  }
  const byPasskey = async () => {
    setTried(true)
    setUnused(null)
    if (!isWhole || typeof birthDate !== 'string' || cause === '') return
    const asked = await asking.send(undefined)
    if (!asked.ok) return
    const passkey = await passkeyUsed(asked.value)
    if (passkey === null) setUnused({ code: 'passkey', sentence: words.passkeyFailed })
    else await open({ passkey })
  }
  const wrong = (where: string, label: string) =>
    // What was refused before says nothing of a field that is empty now.
    tried && missing[where] === true ? words.needed(label) : opening.problemAt(where)
  const isCauseWrong = tried && missing.cause === true
  const problem = opening.problem ?? asking.problem ?? unused
  return (
    <Form
      problem={problem}
      onSend={() => void open(hasPassword ? { current } : {})}
      ways={{ passkey: () => void byPasskey() }}
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
            value={cause}
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
            error={opening.problemAt('current')}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        {!hasPassword && !hasPasskey && <Text c="dimmed">{words.noPassword}</Text>}
        {problem !== null && !shown.includes(problem.where ?? '') && <ErrorPanel problem={problem} />}
        {hasPassword && (
          <Button type="submit" color="red.9" loading={opening.sending}>
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
            loading={asking.sending}
          >
            {words.openByPasskey}
          </Button>
        )}
        {!hasPassword && !hasPasskey && (
          <Button type="submit" color="red.9" loading={opening.sending}>
            {words.open}
          </Button>
        )}
      </Stack>
    </Form>
  )
}
