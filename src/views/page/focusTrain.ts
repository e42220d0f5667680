/** Moves the focus to the button Train of the page or element that the control is in. */
export function focusTrain(control: Element): void {
  control.closest('.edgewise')?.querySelector<HTMLElement>('.go')?.focus();
}
