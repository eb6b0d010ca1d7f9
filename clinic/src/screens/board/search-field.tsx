import { longestSearch } from '@facialis/wire'
import { TextInput } from '@mantine/core'
import { SearchIcon } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import classes from './board.module.css'
import { focusFirstRow } from './people-grid.tsx'
import { words } from './words.ts'

type SearchFieldProps = Readonly<{
  field: RefObject<HTMLInputElement | null>
  value: string
  onChange: (value: string) => void
}>

const pause = 150

/** Typing is never slowed by the list, which follows a moment later; leaving for the list makes it follow at once. */
export function SearchField({ field, value, onChange }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const send = (next: string) => {
    sent.current = next
    onChange(next)
  }

  useEffect(() => {
    // The list catching up with an earlier letter must not take back the letters typed since.
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (text === sent.current) return
    const timer = setTimeout(send, pause, text)
    return () => clearTimeout(timer)
  })

  return (
    <TextInput
      ref={field}
      type="search"
      className={classes.search}
      label={words.search}
      leftSection={<SearchIcon size={16} aria-hidden />}
      maxLength={longestSearch}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        // Enter goes to the list and opens nobody yet; while letters are put together it ends a letter.
        const leaves = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.nativeEvent.isComposing)
        if (!leaves) return
        // Else the first row would be somebody of the list before, and Enter would open the wrong person.
        if (text !== sent.current) flushSync(() => send(text))
        if (focusFirstRow()) event.preventDefault()
      }}
    />
  )
}
