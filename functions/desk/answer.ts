import { answerBy } from '../../shared/desk/answer.ts';
import { routes } from './routes.ts';

/** Every request to the desk but those about pairing, which are the review's, and the launch. */
export const answer = answerBy(routes);
