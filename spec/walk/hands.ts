import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { patience } from './open-walk.ts'

type Within = Page | Locator

/** The group of controls under a question, by the question's words or their beginning. */
export const question = (within: Within, text: string): Locator =>
  within
    .getByRole('group', { name: text })
    .or(within.getByRole('radiogroup', { name: text }))
    .first()

/** Answers a question that is a bar of radio buttons, and sees the answer taken. */
export async function choose(within: Within, text: string, answer: string): Promise<void> {
  await question(within, text).getByRole('radio', { name: answer, exact: true }).check()
}

export const fill = (within: Within, label: string, text: string): Promise<void> =>
  within.getByRole('textbox', { name: label, exact: true }).fill(text)

export const press = (within: Within, name: string): Promise<void> =>
  within.getByRole('button', { name, exact: true }).click()

/** Waits until words stand on the page, where somebody can see them. */
export const see = (within: Within, text: string | RegExp): Promise<void> =>
  within.getByText(text).filter({ visible: true }).first().waitFor()

/** Waits until a heading of the page says where one is. */
export const arrive = (page: Page, title: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()

/** Goes to a screen of the open person by the navigation. */
export async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: screen }).first().click()
  await arrive(page, screen)
}

/** Opens the person from the board, by name. */
export async function openPerson(page: Page, name = 'Demo Walk Sample'): Promise<void> {
  await page.getByRole('grid', { name: 'People by stage' }).getByRole('link', { name }).click()
  await arrive(page, 'Overview')
}

/** Asks again until it is so, as long as a page is waited for anywhere: a busy machine is no failure. */
export const eventually = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: patience })
