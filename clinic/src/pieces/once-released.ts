let isPressed = false
if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', () => (isPressed = true), true)
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, () => (isPressed = false), true)
}

/**
 * Does something now, or once the press has ended that is under way. What appears on the page when a field is left by a
 * press on a button would move the button from under the press, and nothing would happen.
 */
export function onceReleased(act: () => void): void {
  if (!isPressed) {
    act()
    return
  }
  // After the click that belongs to the press.
  const then = () => {
    for (const end of ['pointerup', 'pointercancel']) window.removeEventListener(end, then)
    setTimeout(act)
  }
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, then)
}
