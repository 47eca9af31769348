; The installer for Windows: for one person, without an administrator. installer/nsis.py runs makensis on it with
;   VERSION  1.2.3        NUMBERS  1.2.3.0
;   SOURCE   the frozen folder      ICON  the .ico      OUT  the installer to write      HOME  the project's page
;   TARGET  x86-unicode or amd64-unicode: what the installer itself is made for
; /S installs and uninstalls without a word. It ends with 2 if Pressmark is open, with 3 if Windows is too old.
; The person's own data (%LOCALAPPDATA%\pressmark) are never touched.
Unicode true
Target ${TARGET}
SetCompressor /SOLID lzma
!include FileFunc.nsh
!include LogicLib.nsh
!include MUI2.nsh
!include WinVer.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Pressmark"
!define CLASSES "Software\Classes"
!define OPEN '"$INSTDIR\pressmark.exe" "%1"'
!define CHANGED 0x08000000 ; SHCNE_ASSOCCHANGED: the shell reads kinds of files and their icons anew
!define IS_OPEN 2
!define TOO_OLD 3

Name "Pressmark"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Pressmark"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel user
BrandingText "Pressmark ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Pressmark"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Pressmark installer"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\pressmark.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Start Pressmark"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Windows lets nobody write to a program that runs. Asks until it is closed; silent, it gives up.
!macro WAIT_UNTIL_CLOSED PROGRAM
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\${PROGRAM}" a
      ${IfNot} ${Errors}
        FileClose $0
        ${ExitDo}
      ${EndIf}
      MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "Pressmark is open. Please close it, then choose Retry." /SD IDCANCEL IDRETRY +3
      SetErrorLevel ${IS_OPEN}
      Quit
    ${Loop}
  ${EndIf}
!macroend

; Takes away what some version put into the folder, and nothing else that may lie there.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\pressmark.exe"
  Delete "$INSTDIR\pressmark-cli.exe"
!macroend

!macro TELL_SHELL
  System::Call 'shell32::SHChangeNotify(i ${CHANGED}, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "Pressmark needs Windows 10 or newer." /SD IDOK
    SetErrorLevel ${TOO_OLD}
    Quit
  ${EndIf}
  !insertmacro WAIT_UNTIL_CLOSED "pressmark.exe"
  !insertmacro WAIT_UNTIL_CLOSED "pressmark-cli.exe"
FunctionEnd

Function un.onInit
  !insertmacro WAIT_UNTIL_CLOSED "pressmark.exe"
  !insertmacro WAIT_UNTIL_CLOSED "pressmark-cli.exe"
FunctionEnd

Section
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  !cd "${SOURCE}"
  File /r "*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Pressmark.lnk" "$INSTDIR\pressmark.exe" "" "$INSTDIR\pressmark.exe" 0 SW_SHOWNORMAL "" \
    "Search, read and relate a folder of archived news articles"

  WriteRegStr HKCU "${CLASSES}\.pressmark" "" "Pressmark.Archive"
  WriteRegStr HKCU "${CLASSES}\.pressmark\OpenWithProgids" "Pressmark.Archive" ""
  WriteRegStr HKCU "${CLASSES}\Pressmark.Archive" "" "Pressmark archive"
  WriteRegStr HKCU "${CLASSES}\Pressmark.Archive\DefaultIcon" "" "$INSTDIR\pressmark.exe,0"
  WriteRegStr HKCU "${CLASSES}\Pressmark.Archive\shell\open\command" "" '${OPEN}'
  WriteRegStr HKCU "${CLASSES}\Directory\shell\Pressmark" "" "Open with Pressmark"
  WriteRegStr HKCU "${CLASSES}\Directory\shell\Pressmark" "Icon" "$INSTDIR\pressmark.exe,0"
  WriteRegStr HKCU "${CLASSES}\Directory\shell\Pressmark\command" "" '${OPEN}'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Pressmark"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\pressmark.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Pressmark developers"
  WriteRegStr HKCU "${UNINSTALL}" "URLInfoAbout" "${HOME}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  !insertmacro TELL_SHELL
SectionEnd

Section "Uninstall"
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Pressmark.lnk"

  ReadRegStr $0 HKCU "${CLASSES}\.pressmark" ""
  ${If} $0 == "Pressmark.Archive" ; another program may have taken the kind of file over
    DeleteRegValue HKCU "${CLASSES}\.pressmark" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.pressmark\OpenWithProgids" "Pressmark.Archive"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.pressmark\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.pressmark"
  DeleteRegKey HKCU "${CLASSES}\Pressmark.Archive"
  DeleteRegKey HKCU "${CLASSES}\Directory\shell\Pressmark"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TELL_SHELL
SectionEnd
