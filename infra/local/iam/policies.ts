import { isObject, listOf, textOf, textsOf } from '../json.ts';
import type { Assembly, Resource } from '../template/assembly.ts';
import { UnknownPolicyElement } from './conditions.ts';
import { compilePolicy, type Statement } from './statement.ts';

/** AWS's own policies that CDK attaches; any other is refused. */
const managedByAws: Record<string, unknown> = {
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole': {
    Statement: {
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: '*',
    },
  },
};

const ofType = (assembly: Assembly, type: string) => assembly.resources.filter((resource) => resource.type === type);

export interface Role {
  arn: string;
  logicalId: string;
  name: string;
  statements: Statement[];
}

/** The roles with the policies that are written in them, attached to them or name them. */
export function rolesOf(assembly: Assembly): Role[] {
  const roles = ofType(assembly, 'AWS::IAM::Role').map((role): Role => {
    const inline = listOf(role.properties.Policies).filter(isObject);
    return {
      arn: arnOf(role),
      logicalId: role.logicalId,
      name: role.physicalId,
      statements: [
        ...inline.flatMap(({ PolicyName, PolicyDocument }) => compilePolicy(PolicyDocument, String(PolicyName))),
        ...textsOf(role.properties.ManagedPolicyArns, role.logicalId).flatMap((arn) => managed(assembly, arn, role)),
      ],
    };
  });
  const attached = [...ofType(assembly, 'AWS::IAM::Policy'), ...ofType(assembly, 'AWS::IAM::ManagedPolicy')];
  for (const { logicalId, properties } of attached) {
    for (const kind of ['Users', 'Groups']) {
      if (properties[kind] !== undefined) throw new UnknownPolicyElement(kind, logicalId);
    }
    for (const name of textsOf(properties.Roles, logicalId)) {
      const role = roles.find((candidate) => candidate.name === name);
      if (!role) throw new UnknownPolicyElement(`the role ${name}`, logicalId);
      role.statements.push(...compilePolicy(properties.PolicyDocument, logicalId));
    }
  }
  return roles;
}

function managed(assembly: Assembly, arn: string, role: Resource): Statement[] {
  const own = ofType(assembly, 'AWS::IAM::ManagedPolicy').find((policy) => policy.arn === arn);
  const document = own?.properties.PolicyDocument ?? managedByAws[arn];
  if (document === undefined) throw new UnknownPolicyElement(`the managed policy ${arn}`, role.logicalId);
  return compilePolicy(document, own?.logicalId ?? arn.split('/').at(-1) ?? arn);
}

/** What the resources themselves allow: trust policies, queue and topic policies, permissions of functions. */
export function resourceStatements(assembly: Assembly): Statement[] {
  const trust = ofType(assembly, 'AWS::IAM::Role').flatMap((role) =>
    compilePolicy(role.properties.AssumeRolePolicyDocument, `trust policy of ${role.logicalId}`, arnOf(role)),
  );
  const queues = ofType(assembly, 'AWS::SQS::QueuePolicy').flatMap((policy) =>
    textsOf(policy.properties.Queues, policy.logicalId).flatMap((url) =>
      limited(policy, arnOf(byPhysicalId(assembly, 'AWS::SQS::Queue', url, policy))),
    ),
  );
  const topics = ofType(assembly, 'AWS::SNS::TopicPolicy').flatMap((policy) =>
    textsOf(policy.properties.Topics, policy.logicalId).flatMap((arn) => limited(policy, arn)),
  );
  const buckets = ofType(assembly, 'AWS::S3::BucketPolicy').flatMap((policy) =>
    limited(
      policy,
      arnOf(byPhysicalId(assembly, 'AWS::S3::Bucket', textOf(policy.properties.Bucket, policy.logicalId), policy)),
    ),
  );
  return [
    ...trust,
    ...queues,
    ...buckets,
    ...topics,
    ...ofType(assembly, 'AWS::Lambda::Permission').flatMap((one) => permission(assembly, one)),
  ];
}

/** A resource's policy cannot give away another resource; that of a bucket speaks for its objects too. */
function limited({ properties, logicalId }: Resource, arn: string): Statement[] {
  return compilePolicy(properties.PolicyDocument, logicalId, arn).map((statement) => ({
    ...statement,
    appliesTo: (request) =>
      (request.resource === arn || request.resource.startsWith(`${arn}/`)) && statement.appliesTo(request),
  }));
}

const permissionProperties = new Set(['Action', 'FunctionName', 'Principal', 'SourceArn', 'SourceAccount']);

/** AWS keeps a permission as a statement of the function's policy, the source as an ArnLike condition. */
function permission(assembly: Assembly, { logicalId, properties }: Resource): Statement[] {
  const unknown = Object.keys(properties).find((key) => !permissionProperties.has(key));
  if (unknown) throw new UnknownPolicyElement(unknown, logicalId);
  const { Action, FunctionName, Principal, SourceArn, SourceAccount } = properties;
  const given = textOf(FunctionName, logicalId);
  const arn = given.startsWith('arn:')
    ? given
    : arnOf(byPhysicalId(assembly, 'AWS::Lambda::Function', given, { logicalId }));
  const principal = textOf(Principal, logicalId);
  const condition = {
    ...(SourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': SourceArn } }),
    ...(SourceAccount !== undefined && { StringEquals: { 'AWS:SourceAccount': SourceAccount } }),
  };
  const statement = {
    Effect: 'Allow',
    Action,
    Resource: arn,
    Principal: principal.endsWith('.amazonaws.com') ? { Service: principal } : { AWS: principal },
    Condition: condition,
  };
  return compilePolicy({ Statement: statement }, logicalId, arn);
}

function byPhysicalId(
  assembly: Assembly,
  type: string,
  physicalId: string,
  { logicalId }: Pick<Resource, 'logicalId'>,
) {
  const found = ofType(assembly, type).find((resource) => resource.physicalId === physicalId);
  if (!found) throw new UnknownPolicyElement(`${physicalId}, which is no ${type} of the template,`, logicalId);
  return found;
}

function arnOf({ arn, logicalId }: Resource): string {
  if (arn === undefined) throw new UnknownPolicyElement(`${logicalId}, which has no ARN,`, logicalId);
  return arn;
}
