/** The part of the page with this id. Throws when the page and its script do not fit together. */
export function part<Part extends HTMLElement>(id: string, kind: new () => Part): Part {
  const found = document.getElementById(id);
  if (!(found instanceof kind))
    throw new Error(`The page has no ${kind.name} with the id "${id}".`);
  return found;
}
