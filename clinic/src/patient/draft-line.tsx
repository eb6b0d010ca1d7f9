import { Group, Text, VisuallyHidden } from '@mantine/core'
import { CloudCheckIcon, CloudOffIcon, PencilIcon } from 'lucide-react'
import { useRef } from 'react'
import type { DraftState } from './use-draft.ts'
import { words } from './words.ts'

const icons = {
  restored: CloudCheckIcon,
  kept: CloudCheckIcon,
  typing: PencilIcon,
  elsewhere: CloudOffIcon,
  'not-kept': CloudOffIcon,
} as const

/** Says where what was typed is: still here only, kept on the server, or not saved. */
export function DraftLine({ state }: Readonly<{ state: DraftState }>) {
  const Icon = state === 'opening' || state === 'empty' ? null : icons[state]
  const isNotKept = state === 'not-kept' || state === 'elsewhere'
  const isNews = useNews(state)
  return (
    <Group gap={6} mih="1.5rem" wrap="nowrap">
      {Icon !== null && (
        // On a telephone the sentence would squeeze it to a dot.
        <Icon size={18} aria-hidden color={isNotKept ? 'var(--blocked-ink)' : undefined} style={{ flex: 'none' }} />
      )}
      <Text size="sm" aria-hidden={isNews} c={isNotKept ? 'var(--blocked-ink)' : 'dimmed'} fw={isNotKept ? 650 : 400}>
        {words.draft[state]}
      </Text>
      {/* It stands there before it says anything: a place that comes with its words in one is not read out everywhere. */}
      <VisuallyHidden role="status">{isNews ? words.draft[state] : ''}</VisuallyHidden>
    </Group>
  )
}

/** Whether a state is read aloud: once, when it is another than was read last, and not at each pause of whoever types. */
function useNews(state: DraftState): boolean {
  const held = useRef<Readonly<{ now: DraftState; told: DraftState; isNews: boolean }>>({
    now: state,
    told: state,
    isNews: true,
  })
  const { now, told } = held.current
  if (now !== state)
    held.current =
      state === 'typing' ? { now: state, told, isNews: false } : { now: state, told: state, isNews: state !== told }
  return held.current.isNews
}
