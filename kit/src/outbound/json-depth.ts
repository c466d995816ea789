/** How deep lists and objects stand within one another in a JSON text, counted without building anything. */
export function jsonDepth(text: string): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (isText) {
      if (letter === 0x5c) at += 1;
      else if (letter === 0x22) isText = false;
    } else if (letter === 0x22) isText = true;
    else if (letter === 0x7b || letter === 0x5b) deepest = Math.max(deepest, (depth += 1));
    else if (letter === 0x7d || letter === 0x5d) depth -= 1;
  }
  return deepest;
}
