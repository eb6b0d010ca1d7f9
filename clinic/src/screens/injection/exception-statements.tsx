import { Checkbox, TextInput } from '@mantine/core'
import { asksFor, type Statements } from './exception.ts'

type ExceptionStatementsProps = Readonly<{
  code: string | null
  said: Statements
  onSay: (id: string, value: string | boolean) => void
}>

/** What the chosen reason has to name: an owner, a plan, a specialist, a muscle. The pathway says which. */
export function ExceptionStatements({ code, said, onSay }: ExceptionStatementsProps) {
  return asksFor(code).map(({ id, type, question }) =>
    type === 'text' ? (
      <TextInput
        key={id}
        label={question}
        required
        value={typeof said[id] === 'string' ? said[id] : ''}
        onChange={(event) => onSay(id, event.currentTarget.value)}
      />
    ) : (
      <Checkbox
        key={id}
        label={question}
        checked={said[id] === true}
        onChange={(event) => onSay(id, event.currentTarget.checked)}
      />
    ),
  )
}
