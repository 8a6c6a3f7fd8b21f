import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
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

/** Every operation may answer with a problem. */
function withProblems(document: JsonNode): JsonNode {
  const problem = {
    description: 'Problem',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
  };
  for (const path of Object.values((document as { paths: Record<string, Record<string, { responses: Record<string, unknown> }>> }).paths))
    for (const operation of Object.values(path)) operation.responses['default'] = problem;
  return document;
}
