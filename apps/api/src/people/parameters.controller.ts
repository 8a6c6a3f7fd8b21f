import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right } from '../auth/permission.decorators';
import { TakesShown } from '../http/press/as-shown';
import { OptionalShown } from '../http/press/command-headers';
import { ParameterBody } from './dto/parameter.body';
import { ParameterItem, ParameterList } from './dto/parameter.view';
import { ParametersService } from './parameters.service';

@ApiTags('people')
@Controller('parameters')
export class ParametersController {
  constructor(private readonly parameters: ParametersService) {}

  @Get()
  @Right('directory.import')
  @ApiOperation({ summary: 'Parameters of the processes in use, as the company has set them' })
  @ApiResponse({ status: 200, type: ParameterList })
  listParameters(@CurrentActor() actor: Actor): Promise<ParameterList> {
    return this.parameters.list(actor);
  }

  @Put(':definition/:key')
  @Right('directory.import')
  @ApiOperation({ summary: 'Sets a parameter of a process, or lets the process say again' })
  @TakesShown('The `standing` of the parameter that was looked at')
  @ApiResponse({ status: 200, type: ParameterItem })
  setParameter(
    @CurrentActor() actor: Actor,
    @Param('definition') definition: string,
    @Param('key') key: string,
    @Body() { value }: ParameterBody,
    @OptionalShown() shown: string | null,
  ): Promise<ParameterItem> {
    return this.parameters.set(actor, { definition, key, shown }, value);
  }
}
