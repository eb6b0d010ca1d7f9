import type { Passage } from '@facialis/language'
import { Modal, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { BookOpenIcon } from 'lucide-react'
import classes from './passage-button.module.css'
import { PassagePanel } from './passage-panel.tsx'
import { words } from './words.ts'

type PassageButtonProps = Readonly<{ passages: readonly Passage[]; today: string }>

/** A quiet mark after a sentence: one press opens the passage behind it, or says that none stands behind it. */
export function PassageButton({ passages, today }: PassageButtonProps) {
  const [opened, { open, close }] = useDisclosure(false)
  const ids = passages.map((passage) => passage.id).join(', ')
  const name = ids === '' ? words.passage.title : words.passage.open(ids)
  return (
    <>
      <UnstyledButton className={classes.button} onClick={open} aria-haspopup="dialog" aria-label={name} title={name}>
        <BookOpenIcon size={15} strokeWidth={1.75} aria-hidden />
      </UnstyledButton>
      <Modal opened={opened} onClose={close} title={words.passage.title} size="lg">
        {opened && (
          <Stack gap="md">
            {passages.length === 0 && <Text>{words.passage.none}</Text>}
            {passages.map((passage) => (
              <PassagePanel key={passage.id} passage={passage} today={today} />
            ))}
          </Stack>
        )}
      </Modal>
    </>
  )
}
