import { storePreference, storedPreference } from '@/components/ui/preferences/stored-preference'

const OFF = 'off'

/** Whether shortcuts of a single character work, according to the cookie’s value. */
export function areSingleKeysOn(value: string | null): boolean {
  return value !== OFF
}

/** Whether they work in this browser. */
export function hasSingleKeys(): boolean {
  return areSingleKeysOn(storedPreference('shortcuts'))
}

/** Turns them on or off in this browser. */
export function turnSingleKeys(isOn: boolean): void {
  storePreference('shortcuts', isOn ? null : OFF)
}
