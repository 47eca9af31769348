; A program for the trial of the installer, in place of the real one: tells how it was started, and waits if it is to.
Unicode true
Target amd64-unicode
SilentInstall silent
RequestExecutionLevel user
!include LogicLib.nsh
Name "Stand-in"
OutFile "${OUT}"

Section
  ReadEnvStr $0 PRESSMARK_TRIAL
  FileOpen $1 "$0\started.txt" w
  FileWriteUTF16LE $1 "$CMDLINE"
  FileClose $1
  ${While} ${FileExists} "$0\wait.txt"
    Sleep 50
  ${EndWhile}
SectionEnd
