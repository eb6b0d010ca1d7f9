import { Stack, TextInput } from '@mantine/core'
import type { FieldValue } from '../../pieces/fact-value.ts'
import { Notice } from '../../pieces/notice.tsx'
import type { Typed } from '../follow-up/typed.ts'
import { words } from './words.ts'

type OtherSideProps = Readonly<{ title: string; typed: Typed; onChange: (id: string, value: FieldValue) => void }>

/** The side is not the one on record: it is typed in letters a second time, with the reason, or nothing is saved. */
export function OtherSide({ title, typed, onChange }: OtherSideProps) {
  const box = (id: 'sideAgain' | 'sideReason') => ({
    label: words.operation[id],
    value: typeof typed[id] === 'string' ? typed[id] : '',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      onChange(id, event.currentTarget.value === '' ? undefined : event.currentTarget.value),
  })
  return (
    <Notice tone="blocked" role="alert" title={title}>
      <Stack gap="xs" mt="xs">
        <TextInput autoComplete="off" maw="16rem" {...box('sideAgain')} />
        <TextInput {...box('sideReason')} />
      </Stack>
    </Notice>
  )
}
