import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { SignedIn } from '../auth/permission.decorators';
import { CommandView } from './command.view';
import { CommandsService } from './commands.service';

@ApiTags('commands')
@Controller('commands')
export class CommandsController {
  constructor(private readonly commands: CommandsService) {}

  @Get(':id')
  @SignedIn()
  @ApiOperation({ summary: 'What became of a command of mine' })
  @ApiResponse({ status: 200, type: CommandView })
  readCommand(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CommandView> {
    return this.commands.read(actor, id);
  }
}
