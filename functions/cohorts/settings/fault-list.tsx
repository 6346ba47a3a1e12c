import type { Errors } from '../../../shared/desk/faults.ts';
import type { Texts } from './texts.ts';

/** What is wrong, above a long form: each leads to its field. */
export function FaultList({ errors, text }: { errors: Errors; text: Texts }) {
  const wrong = Object.entries(errors);
  return (
    <div class="note bad" role="alert">
      <h2>{text.fixTitle}</h2>
      <p>{text.fix(wrong.length)}</p>
      <ul>
        {wrong.map(([name, fault]) => (
          <li key={name}>
            <a href={`#${name}`}>{labelOf(name, text)}</a>: {text.fault(fault)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function labelOf(name: string, text: Texts): string {
  const [, who, part] = /^(coordinator|independent)-(name|address)-\d+$/.exec(name) ?? [];
  if (who) {
    const people = who === 'coordinator' ? text.coordinators : text.independent;
    return `${people}, ${part === 'name' ? text.personName : text.personAddress}`;
  }
  const labels: Readonly<Record<string, unknown>> = text;
  return typeof labels[name] === 'string' ? labels[name] : name;
}
