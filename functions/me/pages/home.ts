import { page } from '../../../shared/web/http.ts';
import { type Answers, openPairs } from '../visit.ts';
import { type Done, done, homePage } from './home-page.tsx';

export const home: Answers = {
  async show(visit) {
    const said = done.find((each) => each === visit.request.query.get('done'));
    const view = { ...visit, pairs: await openPairs(visit), done: said satisfies Done | undefined };
    return page(homePage(view));
  },
};
