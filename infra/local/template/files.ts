import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Unresolvable } from './errors.ts';

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
  DependsOn: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
  Condition: z.string().optional(),
});

const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema).default({}),
  Outputs: z
    .record(
      z.string(),
      z.object({
        Value: z.unknown(),
        Export: z.object({ Name: z.unknown() }).optional(),
        Condition: z.string().optional(),
      }),
    )
    .default({}),
  Parameters: z.record(z.string(), z.object({ Type: z.string(), Default: z.unknown().optional() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  // Mappings and Transform would need functions that the stage does not have; empty ones never occur.
  Mappings: z.undefined({ error: 'the local stage does not know Mappings' }).optional(),
  Transform: z.undefined({ error: 'the local stage does not know Transform' }).optional(),
});

const artifactSchema = z.object({
  type: z.string(),
  environment: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).default({}),
  dependencies: z.array(z.string()).default([]),
});

const manifestSchema = z.object({ artifacts: z.record(z.string(), artifactSchema).default({}) });

const assetsSchema = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional(), packaging: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

export type Template = z.infer<typeof templateSchema>;
export interface StackFile {
  name: string;
  /** `aws://account/region`, either of which may be unknown. */
  environment: string;
  template: Template;
}
export interface AssemblyFiles {
  stacks: StackFile[];
  assets: Map<string, string>;
}

const read = <T>(schema: z.ZodType<T>, path: string): T => {
  if (!existsSync(path)) throw new Unresolvable('there is no such file: synthesise the app first', path);
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Unresolvable(z.prettifyError(parsed.error), path);
  return parsed.data;
};

/** Reads a cloud assembly, the assemblies nested in it too; stacks come after those that they depend on. */
export function readFiles(directory: string): AssemblyFiles {
  const { artifacts } = read(manifestSchema, join(directory, 'manifest.json'));
  const files: AssemblyFiles = { stacks: [], assets: new Map() };
  const seen = new Set<string>();
  const visit = (id: string) => {
    const artifact = artifacts[id];
    if (artifact === undefined || seen.has(id)) return;
    seen.add(id);
    artifact.dependencies.forEach(visit);
    const property = (name: string) => {
      const value = artifact.properties[name];
      return typeof value === 'string' ? value : undefined;
    };
    if (artifact.type === 'aws:cloudformation:stack') {
      const template = read(templateSchema, join(directory, property('templateFile') ?? `${id}.template.json`));
      const environment = artifact.environment ?? 'aws://unknown-account/unknown-region';
      files.stacks.push({ name: property('stackName') ?? id, environment, template });
    }
    if (artifact.type === 'cdk:asset-manifest') addAssets(directory, property('file') ?? `${id}.json`, files.assets);
    if (artifact.type === 'cdk:cloud-assembly') {
      const nested = readFiles(join(directory, property('directoryName') ?? id));
      files.stacks.push(...nested.stacks);
      for (const [key, path] of nested.assets) files.assets.set(key, path);
    }
  };
  Object.keys(artifacts).forEach(visit);
  return files;
}

function addAssets(directory: string, file: string, assets: Map<string, string>) {
  for (const [hash, asset] of Object.entries(read(assetsSchema, join(directory, file)).files)) {
    if (asset.source.packaging !== 'zip' || asset.source.path === undefined) continue;
    const path = join(directory, asset.source.path);
    assets.set(hash, path);
    for (const destination of Object.values(asset.destinations)) assets.set(destination.objectKey, path);
  }
}
