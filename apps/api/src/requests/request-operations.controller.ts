import { PERSON_OPERATIONS } from '@countersign/domain';
import { Controller } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import { CommandAnswer } from '../commands/command.view';
import { addOperationRoutes, type OperationsController, type PersonOperation, type Pressed } from '../commands/operation-routes';
import { RequestOperationsService } from './request-operations.service';

/** One route for every operation on a request as a whole, of its people and of those who look after it. */
@ApiTags('requests')
@ApiExtraModels(CommandAnswer)
@Controller('requests')
export class RequestOperationsController implements OperationsController {
  constructor(private readonly operations: RequestOperationsService) {}

  send(operation: PersonOperation, pressed: Pressed, body: unknown): Promise<CommandAnswer> {
    return this.operations.send(operation, pressed, body);
  }
}

addOperationRoutes(
  RequestOperationsController,
  PERSON_OPERATIONS.filter(({ scope }) => scope !== 'task'),
);
