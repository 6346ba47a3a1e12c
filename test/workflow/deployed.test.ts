import { expect, it } from 'vitest';
import { source } from '../../events/define.ts';
import { stages } from '../../infra/config.ts';
import { seededRandom } from '../../infra/local/clock/random.ts';
import { openTown } from '../../infra/local/rehearse/town.ts';
import { morningOf } from '../deployed/morning.ts';
import { everybody } from '../deployed/people.ts';
import { walk } from '../deployed/road.ts';
import { origin, useStage } from '../support/stage.ts';

const here = useStage();

it('walks the road of a deployed stage by pages and letters alone, without moving its clock to any date', async () => {
  const { stage } = here;
  await stage.reset({ seed: 'deployed' });
  const begun = stage.now();
  const town = openTown(stage);
  const steps: string[] = [];
  let through = false;
  town.begin(async () => {
    await walk({
      town,
      origin,
      admin: stages.local.firstAdmin,
      people: everybody('1', 'nordwerk.example'),
      name: 'Test 1',
      random: seededRandom('deployed'),
      patience: 300,
      morning: async (runPath) => {
        const [bus = ''] = stage.resources('AWS::Events::EventBus').map(({ physicalId }) => physicalId);
        stage.put({ bus, source, ...morningOf(runPath, new Date(stage.now())) });
      },
      onStep: (step) => steps.push(step),
    });
    through = true;
  });
  expect(await town.live(() => through)).toBe(true);
  expect(steps).toHaveLength(9);
  // What only a moved clock could bring would take days.
  expect(stage.now() - begun).toBeLessThan(15 * 60_000);
});
