/** The part of launch-steps.mjs that tests call. @throws with one sentence when that Node is too old */
export function checkNode(version?: string): void;
