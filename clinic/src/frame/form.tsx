import type { Problem } from '@facialis/wire'
import { type FormHTMLAttributes, useEffect, useRef } from 'react'
import { goToWrongField } from './error-panel.tsx'

type FormProps = Omit<FormHTMLAttributes<HTMLFormElement>, 'onSubmit'> &
  Readonly<{
    /** Checks what is typed and sends it. */
    onSend: () => void
    /** The same in another way, by the value of the button for it. */
    ways?: Readonly<Record<string, () => void>>
    /** What the server said of it. */
    problem: Problem | null
  }>

/** A form. Whoever is refused in it, on the spot or by the server, is taken to the field that has to change. */
export function Form({ onSend, ways, problem, children, ...form }: FormProps) {
  const own = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (problem !== null) goToWrongField(own)
  }, [problem])
  return (
    <form
      noValidate
      {...form}
      ref={own}
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        const way = submitter instanceof HTMLButtonElement ? ways?.[submitter.value] : undefined
        ;(way ?? onSend)()
        goToWrongField(own)
      }}
    >
      {children}
    </form>
  )
}
