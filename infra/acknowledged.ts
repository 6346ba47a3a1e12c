import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import * as z from 'zod/mini';

/** A rule of cdk-nag that does not hold here, on purpose. Each stands beside the construct that it is about. */
export function acknowledge(where: IConstruct, rule: string, reason: string) {
  Validations.of(where).acknowledge({ id: rule, reason });
}

/** The rule about wildcards in a policy, for one resource of it. */
export const wildcard = (where: IConstruct, arn: string) =>
  `AwsSolutions::AwsSolutions-IAM5[Resource::${spelled(Stack.of(where).resolve(arn))}]`;

const Spelling = z.union([
  z.string(),
  z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) }),
  z.object({ Ref: z.string() }),
  z.object({ 'Fn::GetAtt': z.array(z.string()) }),
]);

/** An ARN as cdk-nag writes it: `arn:<AWS::Partition>:scheduler:…`. */
function spelled(value: unknown): string {
  const parsed = Spelling.parse(value);
  if (typeof parsed === 'string') return parsed;
  if ('Fn::GetAtt' in parsed) return `<${parsed['Fn::GetAtt'].join('.')}>`;
  return 'Ref' in parsed ? `<${parsed.Ref}>` : parsed['Fn::Join'][1].map(spelled).join('');
}
