import { Modal, type ModalProps } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { contentId } from './skip-link.tsx'

/**
 * A dialog that is there as long as it is open. Whoever closes it is back where they pressed; where that goes with what
 * was done, such as the row of a request that was declined, at the content of the page.
 */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  const pressed = useRef(document.activeElement)
  useEffect(() => {
    const { current } = pressed
    return () => {
      if (current instanceof HTMLElement) current.focus({ preventScroll: true })
      // The list is drawn anew a moment after the dialog has gone.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement === document.body)
            document.getElementById(contentId)?.focus({ preventScroll: true })
        }),
      )
    }
  }, [])
  return <Modal opened {...props} />
}
