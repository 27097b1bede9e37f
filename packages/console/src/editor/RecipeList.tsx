import type { JSX } from 'preact';
import { word } from '../words/word.ts';
import { RECIPES, type RecipeId } from './RECIPES.ts';

/** The recipes, each with what it is for and the button that writes it into the text. `disabled`: the text takes none now. */
export function RecipeList({ open, disabled, add }: { readonly open: boolean; readonly disabled: boolean; readonly add: (id: RecipeId) => void }): JSX.Element {
  return (
    <details class="card recipes" open={open}>
      <summary>{word('recipes.title')}</summary>
      <p class="note">{word(disabled ? 'recipes.blocked' : 'recipes.lead')}</p>
      <ul>
        {RECIPES.map(id => (
          <li key={id}>
            <h2 id={`recipe-${id}`}>{word(`recipe.${id}`)}</h2>
            <p class="note">{word(`recipe.${id}.means`)}</p>
            <button type="button" disabled={disabled} aria-describedby={`recipe-${id}`} onClick={() => add(id)}>{word('recipes.add')}</button>
          </li>
        ))}
      </ul>
    </details>
  );
}
