import { type ModalProps, Stack } from '@mantine/core'
import { useMe } from '../api/queries.ts'
import { Dialog } from '../frame/dialog.tsx'
import { DraftClashNotice } from './draft-clash-notice.tsx'
import { DraftLine } from './draft-line.tsx'
import { type Drafting, useDraft } from './use-draft.ts'

type Typing<T> = Readonly<{
  key: string
  empty: T
  read: (stored: unknown) => T | null
  onClose: () => void
}>

export type DialogDraft<T> = Drafting<T> &
  Readonly<{
    /** Closes the dialog for good: it was saved, or is left as it is. */
    done: () => void
  }>

/** The draft of what is typed in a dialog. */
export function useDialogDraft<T>({ key, empty, read, onClose }: Typing<T>): DialogDraft<T> {
  const draft = useDraft(key, empty, read, { called: 'form', inDialog: true })
  const done = () => {
    void draft.discard()
    onClose()
  }
  return { ...draft, done }
}

type DraftDialogProps = Omit<ModalProps, 'opened'> & Readonly<{ draft: Pick<Drafting<unknown>, 'state'> }>

/**
 * A dialog in which something is typed. Escape, the cross, the way back and the end of a session leave it kept, and it is
 * there when the dialog is opened again; only saving it, or the button that says so, throws it away.
 * docs/decisions/0050-dialogs-keep-drafts.md
 */
export function DraftDialog({ draft, children, ...dialog }: DraftDialogProps) {
  const today = useMe().data?.today ?? ''
  return (
    <Dialog {...dialog}>
      <Stack>
        <DraftClashNotice inDialog today={today} />
        {children}
        <DraftLine state={draft.state} />
      </Stack>
    </Dialog>
  )
}
