import { Button } from '@mantine/core'
import { ChevronDownIcon, ChevronUpIcon } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Panel } from '../../pieces/panel.tsx'
import numberClasses from './numbers.module.css'
import { words } from './words.ts'

type NumbersPanelProps = Readonly<{
  title: string
  many: number
  /** What was looked for and is in here: it opens the panel. Empty: nothing. */
  found: string
  children: ReactNode
}>

/**
 * The numbers of a chapter. Where each stands as a card, on a telephone or a tablet, they wait behind a press: two hundred
 * of them are sixty screens. On a desk and on paper all are there.
 */
export function NumbersPanel({ title, many, found, children }: NumbersPanelProps) {
  const id = useId()
  const [pressed, setPressed] = useState({ found: '', isOpen: false })
  const isOpen = pressed.found === found ? pressed.isOpen : found !== ''
  const [label, Icon] = isOpen ? [words.policy.hide, ChevronUpIcon] : [words.policy.show(many), ChevronDownIcon]
  return (
    <Panel
      title={title}
      actions={
        <Button
          variant="default"
          className={numberClasses.toggle}
          rightSection={<Icon size={16} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={`${label}: ${title}`}
          onClick={() => setPressed({ found, isOpen: !isOpen })}
        >
          {label}
        </Button>
      }
    >
      <div id={id} className={numberClasses.numbers} data-open={isOpen}>
        {children}
      </div>
    </Panel>
  )
}
