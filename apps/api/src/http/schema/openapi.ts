import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { BODY_EXTENSION, BODY_LIMITS, CALLS_EXTENSION, type BodyKind } from '../door/limits';
import { ProblemView } from './values.view';
import { domainSchemas } from './domain-schemas';
import { nullsOf31, type JsonNode } from './openapi-nulls';

/** The OpenAPI 3.1 document of the program, the same for the same source. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Countersign API')
    .setDescription(
      'Requests, tasks and decisions. Money travels as decimal text with its currency, times as ISO UTC, errors as RFC 9457 problems.',
    )
    .setVersion('1')
    .addCookieAuth('cs_session', { type: 'apiKey', in: 'cookie', name: 'cs_session' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .addSecurityRequirements('session')
    .addSecurityRequirements('token')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemView],
    operationIdFactory: (_controller, method) => method,
  });
  const schemas = { ...document.components?.schemas, ...domainSchemas() } as Record<string, JsonNode>;
  const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  const complete = { ...document, components: { ...document.components, schemas: sorted } };
  return nullsOf31(withProblems(complete as unknown as JsonNode)) as unknown as OpenAPIObject;
}

interface Operation {
  requestBody?: { content?: Record<string, unknown> };
  responses: Record<string, unknown>;
  [BODY_EXTENSION]?: BodyKind;
  [CALLS_EXTENSION]?: number;
}

const problem = (description: string): object => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
});

/** Every operation may answer with a problem; those that take a body say how large it may be, public ones how often they may be called. */
function withProblems(document: JsonNode): JsonNode {
  for (const path of Object.values((document as unknown as { paths: Record<string, Record<string, Operation>> }).paths))
    for (const operation of Object.values(path)) Object.assign(operation.responses, problemsOf(operation));
  return document;
}

function problemsOf(operation: Operation): Record<string, object> {
  const { [BODY_EXTENSION]: kind = 'plain', [CALLS_EXTENSION]: calls, requestBody } = operation;
  delete operation[BODY_EXTENSION];
  const { bytes, values, names, depth } = BODY_LIMITS[kind];
  const size = `Larger than ${bytes} bytes.`;
  const shape = ` It may hold ${values} values, ${names} different names and ${depth} levels; more is 422.`;
  return {
    ...(requestBody ? { 413: problem(kind === 'upload' ? size : size + shape) } : {}),
    ...(calls === undefined
      ? {}
      : { 429: problem(`More than ${calls} calls a minute from one address; \`Retry-After\` says when to come again.`) }),
    default: problem('Problem'),
  };
}
