import { crashes } from '../support/crashes.ts';

await crashes('after');
