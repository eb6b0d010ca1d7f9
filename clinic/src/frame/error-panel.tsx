import type { Problem } from '@facialis/wire'
import { Button, Group, List, Text } from '@mantine/core'
import { type RefObject, useEffect, useRef } from 'react'
import { intoView } from '../pieces/into-view.ts'
import { Notice } from '../pieces/notice.tsx'
import { words } from './words.ts'

type ErrorPanelProps = Readonly<{ problem: Problem; title?: string; onRetry?: () => void }>

/**
 * What went wrong, in plain words, with its reasons when a gate refused, and a way to try again. It is read out; and
 * where a field of the same form is marked as wrong, that is where one goes on typing.
 */
export function ErrorPanel({ problem, title = words.error.title, onRetry }: ErrorPanelProps) {
  const isAnswer = onRetry === undefined
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Whoever pressed Enter at the top of a long form sees that something happened. A list that is read again moves nothing.
    if (isAnswer) intoView(panel.current)
    if (problem.where === undefined) return
    const inside = (form: string) => wrongFieldIn(panel.current?.closest(form))
    // A form may span several sections of a page.
    ;(inside('form, section') ?? (problem.code === 'unread' ? inside('main') : null))?.focus()
  }, [problem, isAnswer])
  return (
    <div ref={panel}>
      <Notice tone="blocked" title={title} role="alert">
        <Text>{problem.sentence}</Text>
        {problem.reasons !== undefined && problem.reasons.length > 0 && (
          <List size="sm" mt="xs">
            {problem.reasons.map((reason) => (
              <List.Item key={`${reason.rule} ${reason.text}`}>{reason.text}</List.Item>
            ))}
          </List>
        )}
        {onRetry !== undefined && !isFinal(problem) && (
          <Group mt="sm">
            <Button variant="default" size="xs" onClick={onRetry}>
              {words.error.retry}
            </Button>
          </Group>
        )}
      </Notice>
    </div>
  )
}

/** What is not there, or is another's, is so however often it is asked for. */
const isFinal = ({ code }: Problem): boolean => code === 'not-found'

/** The first control of a form that says it is wrong. */
const wrongFieldIn = (form: Element | null | undefined): HTMLElement | null =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong="true"] input') ?? null

/** Takes whoever was refused to the field that has to change, once it is drawn as wrong. */
export const goToWrongField = (form: RefObject<Element | null>): void =>
  void requestAnimationFrame(() => wrongFieldIn(form.current)?.focus())
